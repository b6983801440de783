#include "report/picture_ids.hpp"

#include <map>
#include <memory>
#include <string_view>
#include <vector>

namespace samenloop::report {
namespace {

struct Ids {
    Agraph_t* graph;
    std::vector<char*> names;  // cgraph's, until the graph is closed
    std::map<std::string_view, IDTYPE> by_name;
    IDTYPE nameless = 1;
};

Ids& of(void* state) { return *static_cast<Ids*>(state); }

void* open(Agraph_t* graph, Agdisc_t* /*discipline*/) { return std::make_unique<Ids>(Ids{graph, {}, {}}).release(); }

void close(void* state) { const std::unique_ptr<Ids> owned(static_cast<Ids*>(state)); }

// The types are those of cgraph's table of functions.
long map(void* state, int /*type*/, char* name, IDTYPE* id, int create) {
    auto& ids = of(state);
    if (name == nullptr) {
        *id = ids.nameless;
        ids.nameless += 2;
        return 1;
    }
    const auto found = ids.by_name.find(name);
    if (found == ids.by_name.end() && create == 0) return 0;
    if (found == ids.by_name.end()) {
        ids.names.push_back(agstrdup(ids.graph, name));
        ids.by_name.emplace(ids.names.back(), 2 * ids.names.size());
    }
    *id = ids.by_name.at(name);
    return 1;
}

long alloc(void* /*state*/, int /*type*/, IDTYPE /*id*/) { return 0; }

void release(void* /*state*/, int /*type*/, IDTYPE /*id*/) {}

char* print(void* state, int /*type*/, IDTYPE id) {
    const auto& names = of(state).names;
    return id % 2 == 0 && id >= 2 && id / 2 <= names.size() ? names[id / 2 - 1] : nullptr;
}

void know(void* /*state*/, int /*type*/, void* /*object*/) {}

}  // namespace

Agdisc_t& numbered() {
    static Agiddisc_t ids{open, map, alloc, release, print, close, know};
    static Agdisc_t discipline{&AgMemDisc, &ids, &AgIoDisc};
    return discipline;
}

}  // namespace samenloop::report
