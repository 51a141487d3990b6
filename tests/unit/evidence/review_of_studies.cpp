#include "review_of_studies.h"

namespace winnow::evidence::test {

StudyData study(const std::string &key, const std::string &author, int year)
{
    StudyData data;
    data.label = key;
    data.reports = {key};
    data.author = author;
    data.year = year;
    data.facts["title"] = "Title of " + key;
    return data;
}

ReviewData reviewOf(const std::vector<std::string> &keys)
{
    ReviewData data;
    for (const std::string &key : keys) {
        data.studies.push_back(study(key, key));
    }
    return data;
}

void code(StudyData &study, const std::string &field, const std::vector<std::string> &codes)
{
    FieldText value;
    value.codes = codes;
    for (const std::string &id : codes) {
        value.labels.push_back("Label of " + id);
        value.text += (value.text.empty() ? "" : "; ") + value.labels.back();
    }
    study.values[field] = value;
}

} // namespace winnow::evidence::test
