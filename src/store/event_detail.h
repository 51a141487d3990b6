#pragma once

#include "model/full_text_answer.h"
#include "model/ids.h"
#include "model/stage_settings.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::store {

/// What an event's detail_json holds, per kind; reading never fails: what is not there is empty.
struct MergeDetail
{
    std::vector<RecordId> members; ///< the whole group, the kept record too
    std::string tier;
};

[[nodiscard]] MergeDetail mergeDetail(std::string_view json);
[[nodiscard]] std::string toDetail(const MergeDetail &detail);

/// {"other": 7} of two records that are kept apart.
[[nodiscard]] RecordId otherDetail(std::string_view json);
[[nodiscard]] std::string toOtherDetail(RecordId other);

/// {"note": "..."}, or nothing where the note is empty.
[[nodiscard]] std::string noteDetail(std::string_view json);
[[nodiscard]] std::string toNoteDetail(std::string_view note);

/// {"count": n, "automation": bool, "note": "..."} of a removal.
struct RemovalDetail
{
    std::int64_t count = 0;
    bool isByAutomation = false;
    std::string note;
};

[[nodiscard]] RemovalDetail removalDetail(std::string_view json);
[[nodiscard]] std::string toDetail(const RemovalDetail &detail);

/// Of a decision: {"note": "...", "bulk": "...", "reasons": ["...", "..."]}, each only where there is
/// something to say.
struct DecisionDetail
{
    std::string note;
    std::string bulk; ///< the query whose records were decided at once; empty otherwise
    std::vector<std::string> furtherReasons; ///< beside the primary one
};

[[nodiscard]] DecisionDetail decisionDetail(std::string_view json);
[[nodiscard]] std::string toDetail(const DecisionDetail &detail);

/// All of it, so that the last one alone says how the stage is screened.
[[nodiscard]] StageSettings settingsDetail(Stage stage, std::string_view json);
[[nodiscard]] std::string toDetail(const StageSettings &settings);

/// {"consensus": bool, "note": "..."} of a resolved conflict.
struct ResolutionDetail
{
    bool isConsensus = true;
    std::string note;
};

[[nodiscard]] ResolutionDetail resolutionDetail(std::string_view json);
[[nodiscard]] std::string toDetail(const ResolutionDetail &detail);

/// {"studies": ["..."], "previous": bool} of the report behind a record.
struct StudyDetail
{
    std::vector<std::string> studies; ///< by name; none: the report is a study of its own
    bool isOfPreviousVersion = false; ///< they were in the previous version of the review
};

[[nodiscard]] StudyDetail studyDetail(std::string_view json);
[[nodiscard]] std::string toDetail(const StudyDetail &detail);

/// {"line": "...", "name": "...", "count": n, "note": "..."} of a number from outside Winnow.
struct FlowNumberDetail
{
    std::string line;                  ///< as flow::lineNamed() knows it
    std::string name;                  ///< where the line is a list: of its entry
    std::optional<std::int64_t> count; ///< none: the number was taken back
    std::string note;                  ///< where it comes from
};

[[nodiscard]] FlowNumberDetail flowNumberDetail(std::string_view json);
[[nodiscard]] std::string toDetail(const FlowNumberDetail &detail);

/// The JSON of the numbers that a snapshot holds; empty where it holds none. They stand under "numbers".
[[nodiscard]] std::string snapshotDetail(std::string_view json);
[[nodiscard]] std::string toSnapshotDetail(std::string_view numbers);

/// {"tool": "rob2", "result": "...", "support": "...", "quote": "...", "page": "...", "place": "...",
/// "consensus": true} of a
/// judgement on the risk of bias, or of an answer to a question of the tool; each only where there is
/// something to say.
struct AppraisalDetail
{
    std::string tool;         ///< its id
    std::string support{};    ///< what it rests on, in the reviewer's words
    std::string result{};     ///< of the study, by name; empty: the whole study
    std::string quote{};      ///< from the report
    std::string page{};       ///< where the quote stands
    std::string place{};      ///< likewise, in an attached PDF; see model/quote_place.h
    bool isConsensus = false; ///< it holds whatever single reviewers said
};

[[nodiscard]] AppraisalDetail appraisalDetail(std::string_view json);
[[nodiscard]] std::string toDetail(const AppraisalDetail &detail);

/// {"to": "..."} of labels that were renamed.
[[nodiscard]] std::string renamedDetail(std::string_view json);
[[nodiscard]] std::string toRenamedDetail(std::string_view label);

/// {"seed": n, "records": [1, 2]} of a random sample that all read first: a pilot round, or what was drawn
/// from the unscreened records to say how many relevant ones are among them.
struct PilotDetail
{
    std::uint64_t seed = 0;
    std::vector<RecordId> records;
    std::optional<std::int64_t> unscreened; ///< records that it was drawn from; none of a pilot round
    std::int64_t relevantBefore = 0;        ///< found before it was drawn
};

[[nodiscard]] PilotDetail pilotDetail(std::string_view json);
[[nodiscard]] std::string toDetail(const PilotDetail &detail);

/// A file that came from the user's own hand.
inline constexpr std::string_view kFromUser = "user";

/// {"sha256": "...", "bytes": n, "name": "...", "source": "...", "address": "...", "licence": "...",
/// "version": "..."} of a file that was attached; the last three only where there is something to say.
struct FileDetail
{
    std::string sha256;     ///< of its content, 64 lower-case hexadecimal digits: also its name in the folder
    std::int64_t bytes = 0; ///< at least 1
    std::string name;       ///< that it had
    std::string source{kFromUser};
    std::string address{}; ///< where the source has it
    std::string licence{}; ///< as the source names it
    std::string version{}; ///< likewise
};

/// Nothing where the hash or the size is none: a hash becomes the name of a file, and bundles come from
/// others. Names that are too long to be true are cut.
[[nodiscard]] std::optional<FileDetail> fileDetail(std::string_view json);
[[nodiscard]] std::string toDetail(const FileDetail &detail);

/// {"sha256": "..."} of a file that was detached; empty where it is no hash.
[[nodiscard]] std::string detachedFile(std::string_view json);
[[nodiscard]] std::string toDetachedDetail(std::string_view sha256);

/// {"answers": [{"source": "...", "status": "...", "address": "...", "licence": "...", "version": "...",
/// "message": "..."}]} of the sources that were asked for a full text, the last four only where there is
/// something to say. Answers without a source or a status are passed over; addresses are HTTP or HTTPS, since
/// people will follow them.
[[nodiscard]] std::vector<FullTextAnswer> fullTextAnswers(std::string_view json);
[[nodiscard]] std::string toDetail(std::span<const FullTextAnswer> answers);

} // namespace winnow::store
