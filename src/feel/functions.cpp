#include "functions.hpp"

#include <algorithm>

namespace samenloop::feel {

const Signature* find_function(std::string_view name) {
    const auto found = std::ranges::find(signatures, name, &Signature::name);
    return found == signatures.end() ? nullptr : &*found;
}

const Signature& signature_of(Function function) {
    return *std::ranges::find(signatures, function, &Signature::function);
}

}  // namespace samenloop::feel
