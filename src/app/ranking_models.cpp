#include "app/ranking_models.h"

namespace winnow::app {

std::string modelNames()
{
    std::string names;
    for (const rank::Model &model : rank::allModels()) {
        if (!names.empty()) {
            names += ", ";
        }
        names += model.name;
    }
    return names;
}

Result<rank::Model> chosenModel(const std::string &name)
{
    if (name.empty()) {
        return rank::allModels().front();
    }
    if (const auto model = rank::modelNamed(name)) {
        return *model;
    }
    return Error{
        ErrorCode::NotFound, "There is no model " + name + "; the models are " + modelNames() + '.', {}, {}};
}

} // namespace winnow::app
