#pragma once
// One lambda a case for std::visit.

namespace samenloop::base {

template <class... Fs>
struct overloaded : Fs... {
    using Fs::operator()...;
};
template <class... Fs>
overloaded(Fs...) -> overloaded<Fs...>;

}  // namespace samenloop::base
