# Read by the scripts of this folder, by a line after `cd` to the folder of the project.
# shellcheck shell=sh

# What a preset of CMakePresets.json makes, and where.
build_folder() { echo "build/$1"; }
command_line_program() { echo "$(build_folder "$1")/src/cli/winnow"; }
desktop_program() { echo "$(build_folder "$1")/src/gui/winnow-desktop"; }
bench_program() { echo "$(build_folder "$1")/tests/bench/winnow_bench"; }
fuzz_program() { echo "$(build_folder "$1")/tests/fuzz/winnow_fuzz"; }

# Each argument is a line.
say() { printf '%s\n' "$@"; }

fail() {
    printf '%s: %s\n' "${0##*/}" "$*" >&2
    exit 1
}

usage_error() {
    printf '%s\n' "$*" >&2
    exit 2
}

# configure PRESET: warnings are errors when WINNOW_WERROR=ON is in the environment.
configure() {
    cmake --preset "$1" -DWINNOW_WERROR="${WINNOW_WERROR:-OFF}" \
        -DCMAKE_CXX_COMPILER_LAUNCHER="$(command -v ccache || true)"
}

# Lets ccache serve one build folder from what another compiled.
CCACHE_BASEDIR=$PWD
CCACHE_NOHASHDIR=yes
export CCACHE_BASEDIR CCACHE_NOHASHDIR
