#include "query/explain.h"

#include "cli/query/query_step.h"
#include "cli/text.h"
#include "query/printer.h"

#include <ostream>

namespace winnow::cli {

namespace {

using nlohmann::ordered_json;

struct Options
{
    const std::shared_ptr<QueryInput> input = std::make_shared<QueryInput>();
    bool isJson = false;
};

ordered_json asJson(const query::Node &node)
{
    ordered_json json{{"kind", query::kindName(node)}, {"from", node.from}, {"to", node.to}};
    switch (node.kind) {
    case query::NodeKind::Term:
        json["form"] = node.form == query::TermForm::Word    ? "word"
                       : node.form == query::TermForm::Loose ? "loose"
                                                             : "exact";
        json["text"] = node.text;
        break;
    case query::NodeKind::Compare:
        json["code"] = node.code->code;
        json["comparison"] = node.comparison == query::Comparison::Less      ? "<"
                             : node.comparison == query::Comparison::Greater ? ">"
                                                                             : "=";
        json["number"] = node.number;
        break;
    case query::NodeKind::Fielded:
        json["code"] = node.code->code;
        break;
    case query::NodeKind::Proximity:
        json["distance"] = node.distance;
        json["ordered"] = node.isOrdered;
        break;
    default:
        break;
    }
    if (!node.children.empty()) {
        ordered_json children = ordered_json::array();
        for (const query::NodePtr &child : node.children) {
            children.push_back(asJson(*child));
        }
        json["children"] = std::move(children);
    }
    return json;
}

int explain(const Options &options, const Context &context, const std::string &text)
{
    const app::CheckedText checked = app::checkQuery(text, options.input->precedence);
    if (checked.root == nullptr) {
        return refuse(context, checked);
    }
    const std::vector<std::string_view> notHere = query::fieldsNotHere(*checked.root);
    if (options.isJson) {
        printJson(context.out,
                  {{"text", query::explain(*checked.root)},
                   {"normalised", query::printNormalised(*checked.root)},
                   {"fields_not_in_imported_records", notHere},
                   {"tree", asJson(*checked.root)}});
        return Done;
    }
    context.out << query::explain(*checked.root) << "\n\n" << query::drawTree(*checked.root);
    if (!notHere.empty()) {
        context.out << "\nRecords that were imported do not say ";
        for (std::size_t i = 0; i < notHere.size(); ++i) {
            context.out << (i == 0 ? "" : ", ") << notHere[i];
        }
        context.out << "; over them this cannot be known.\n";
    }
    return Done;
}

} // namespace

void addExplainStep(CLI::App &parser, const ChosenStep &chosen)
{
    const auto options = std::make_shared<Options>();
    CLI::App *step =
        addQueryStep(parser, "explain", "Say in plain words what the query finds", options->input);
    step->add_flag("--json", options->isJson, "As JSON, with the tree");
    step->callback([options, chosen] {
        *chosen = [options](const Context &context) {
            auto text = textOf(*options->input);
            return text ? explain(*options, context, *text) : context.fail(text.error());
        };
    });
}

} // namespace winnow::cli
