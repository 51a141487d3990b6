#include "pdf/child/xmp.h"

#include <pugixml.hpp>

#include <algorithm>
#include <array>

namespace winnow::pdf {

namespace {

constexpr std::array<std::string_view, 4> kProperties{"doi", "DOI", "identifier", "url"};
constexpr int kMostLevels = 4; ///< between a property and its text: rdf:Bag, rdf:li, and what they may hold

bool isProperty(std::string_view name)
{
    const std::size_t colon = name.find(':');
    return std::ranges::find(kProperties, colon == std::string_view::npos ? name : name.substr(colon + 1)) !=
           kProperties.end();
}

/// Collects the texts and the attributes of properties.
class Collector : public pugi::xml_tree_walker
{
public:
    bool for_each(pugi::xml_node &node) override
    {
        for (const pugi::xml_attribute &attribute : node.attributes()) {
            if (isProperty(attribute.name())) {
                add(attribute.value());
            }
        }
        pugi::xml_node above = node.parent();
        for (int level = 0; level < kMostLevels && *node.value() != '\0' && above; ++level) {
            if (isProperty(above.name())) {
                add(node.value());
                break;
            }
            above = above.parent();
        }
        return true;
    }

    [[nodiscard]] std::string take() { return std::move(m_texts); }

private:
    void add(std::string_view text)
    {
        if (!m_texts.empty()) {
            m_texts += ' ';
        }
        m_texts += text;
    }

    std::string m_texts;
};

} // namespace

std::string identifiersOf(std::string_view xmp)
{
    pugi::xml_document document;
    document.load_buffer(xmp.data(), xmp.size(), pugi::parse_default, pugi::encoding_utf8);
    Collector collector;
    document.traverse(collector);
    return collector.take();
}

} // namespace winnow::pdf
