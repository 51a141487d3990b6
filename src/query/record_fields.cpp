#include "query/record_fields.h"

#include "text/fold.h"

#include <algorithm>

namespace winnow::query {

namespace {

/// The parts between spaces, in their comparable form.
std::vector<std::string> dividedValues(ValueField field, std::string_view text)
{
    std::vector<std::string> values;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        if (end > 0) {
            values.push_back(comparableValue(field, text.substr(0, end)));
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return values;
}

std::vector<std::string> pagesOf(const Record &record)
{
    std::vector<std::string> values;
    for (const std::string &page : {record.pageFirst, record.pageLast}) {
        if (!page.empty()) {
            values.push_back(comparableValue(ValueField::Pages, page));
        }
    }
    if (values.size() == 2) {
        values.push_back(values.front() + "-" + values.back());
    }
    return values;
}

std::string_view plainValue(const Record &record, ValueField field)
{
    switch (field) {
    case ValueField::Doi:
        return record.doi;
    case ValueField::Pmid:
        return record.pmid;
    case ValueField::Eid:
        return record.eid;
    case ValueField::DocumentType:
        return namesOf(record.type).scopus;
    case ValueField::Language:
        return record.language;
    case ValueField::Issn:
        return record.issn;
    case ValueField::Isbn:
        return record.isbn;
    case ValueField::Volume:
        return record.volume;
    case ValueField::Issue:
        return record.issue;
    case ValueField::PageFirst:
        return record.pageFirst;
    case ValueField::PageLast:
        return record.pageLast;
    case ValueField::ArticleNumber:
        return record.articleNumber;
    case ValueField::Pages:
    case ValueField::None:
        break;
    }
    return {};
}

} // namespace

void forEachSegment(const Record &record, const std::function<void(Field, std::string_view)> &visit)
{
    const auto put = [&](Field field, std::string_view text) {
        if (!text.empty()) {
            visit(field, text);
        }
    };
    put(Field::Title, record.title);
    put(Field::Abstract, record.abstractText);
    for (const std::string &keyword : record.keywords) {
        put(Field::Keywords, keyword);
    }
    for (const std::string &indexTerm : record.indexTerms) {
        put(Field::IndexTerms, indexTerm);
    }
    std::string name;
    for (const PersonName &author : record.authors) {
        name.assign(author.family).append(" ").append(author.given);
        put(Field::Authors, name);
        put(Field::FamilyNames, author.family);
        put(Field::GivenNames, author.given);
        if (&author == &record.authors.front()) {
            put(Field::FirstAuthor, name);
        }
    }
    put(Field::SourceTitle, record.sourceTitle);
    put(Field::Publisher, record.publisher);
}

std::vector<std::string> valuesOf(const Record &record, ValueField field)
{
    switch (field) {
    case ValueField::Issn:
    case ValueField::Isbn:
        return dividedValues(field, plainValue(record, field));
    case ValueField::Pages:
        return pagesOf(record);
    default:
        break;
    }
    const std::string_view value = plainValue(record, field);
    return value.empty() ? std::vector<std::string>() : std::vector{comparableValue(field, value)};
}

std::string comparableValue(ValueField field, std::string_view text)
{
    std::string folded = text::fold(text);
    if (field == ValueField::Doi) {
        const std::size_t at = folded.find("10.");
        folded.erase(0, at == std::string::npos ? 0 : at);
    }
    if (field == ValueField::Issn || field == ValueField::Isbn) {
        std::erase(folded, '-');
    }
    return folded;
}

bool lacks(const Record &record, const FieldCode &code)
{
    if (code.syntax == FieldSyntax::Year) {
        return !record.date.year;
    }
    if (code.value == ValueField::DocumentType || code.value == ValueField::Language) {
        return plainValue(record, code.value).empty();
    }
    if (code.isOfFullText()) {
        return true;
    }
    return (code.fields & setOf(Field::Abstract)) != 0 && record.abstractText.empty();
}

} // namespace winnow::query
