#include "detect/level_rules.hpp"

#include "engine/disposable.hpp"

namespace samenloop::detect {

std::vector<Index> rules_of_the_level(const DetectionContext& scene) {
    const engine::ReferenceHousehold reference(scene.law);
    std::vector<Index> rules;
    for (Index r = 0; r < scene.base().rules.size(); ++r) {
        if (scene.e.applies(r) == Truth::no && reference.applies(r) == Truth::no) continue;
        for (const auto a : scene.program().arguments_of_rule[r]) {
            const auto kind = scene.program().objects[scene.program().arguments[a].object].kind;
            if (kind == engine::ObjectKind::item || kind == engine::ObjectKind::scheme ||
                kind == engine::ObjectKind::charge || kind == engine::ObjectKind::rule) {
                rules.push_back(r);
                break;
            }
        }
    }
    return rules;
}

}  // namespace samenloop::detect
