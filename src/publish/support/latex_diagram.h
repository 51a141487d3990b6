#pragma once

#include "flow/diagram.h"

#include <string>

namespace winnow::publish {

/// The diagram in TikZ, as a file that compiles alone, and that another can take in by \input.
[[nodiscard]] std::string diagramAsLatex(const flow::Diagram &diagram);

/// The picture alone, for a document that says \usepackage{tikz} and defines \flowunicode where it is set
/// with LuaLaTeX or XeLaTeX.
[[nodiscard]] std::string diagramAsTikz(const flow::Diagram &diagram);

} // namespace winnow::publish
