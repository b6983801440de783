#pragma once
// Proposals for tests, over the made-up rule base of tests/data/mini.

#include "reading.hpp"
#include "samenloop/proposal.hpp"

namespace samenloop::test {

inline std::string proposal_text(const std::string& body) {
    return "<proposal xmlns=\"urn:samenloop:proposal:1\" id=\"p\" title=\"voorstel\" title-en=\"proposal\" "
           "in-force=\"2026-01-01\">\n" +
           body + "\n</proposal>";
}

/// The proposal with these modifications, applied; what is wrong, read or applied, is the error.
inline Result<Amended> amended(const std::string& body, const Sources& sources = rule_files(mini_folder())) {
    const auto proposal = read_proposal(source("p.xml", proposal_text(body)));
    if (!proposal) return tl::unexpected(proposal.error());
    return amend(sources, *proposal);
}

inline std::string rendered(const Diagnostics& all) { return render(all, Language::en); }

/// The text of a source by its name; "" if there is none.
inline std::string text_named(const Sources& sources, const std::string& name) {
    for (const auto& each : sources)
        if (each->name() == name) return std::string(each->text());
    return {};
}

/// Does the reverse of the proposal give back every file?  Else which one it does not.
inline std::string not_restored(const Sources& before, const Proposal& proposal) {
    const auto there = amend(before, proposal);
    if (!there) return render(there.error(), Language::en);
    const auto back = reverse(before, proposal);
    if (!back) return render(back.error(), Language::en);
    const auto again = amend(there->sources, *back);
    if (!again) return std::string(back->source->text()) + render(again.error(), Language::en);
    if (again->sources.size() != before.size()) return "another number of files";
    for (const auto& each : before)
        if (text_named(again->sources, each->name()) != each->text()) return each->name();
    return {};
}

}  // namespace samenloop::test
