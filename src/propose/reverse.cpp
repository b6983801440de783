// The way back.  Each splice is undone at the smallest thing that has a name: an attribute, a text, an element.  Where
// that does not restore the bytes (an attribute comes back at another place in its tag), the thing around it is given
// back as it was, and at last the whole file.  What restores them is found by trying.

#include <algorithm>
#include <stdexcept>

#include "propose/apply.hpp"
#include "propose/inverse_edit.hpp"

namespace samenloop::propose {
namespace {

std::string written(const Proposal& proposal, const std::vector<std::string>& modifications) {
    std::string xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<proposal xmlns=\"urn:samenloop:proposal:1\" id=\"" +
                      proposal.id + "_reverse\" title=\"Terug van: " + escaped(proposal.title.nl) +
                      "\" title-en=\"Back from: " + escaped(proposal.title.en) + "\"";
    if (!proposal.proposer.empty()) xml += " proposer=\"" + escaped(proposal.proposer) + "\"";
    xml += " in-force=\"" + proposal.in_force.to_string() + "\">\n";
    for (const auto& each : modifications) xml += "  " + each + "\n";
    return xml + "</proposal>\n";
}

class Reversal {
  public:
    Reversal(const SourceIndex& before, const Proposal& proposal, Applied& applied, const SourceIndex& after)
        : before_(before), proposal_(proposal), applied_(applied), after_(after) {
        for (const auto& edit : applied_.edits)
            splices_.insert(splices_.end(), edit.splices.begin(), edit.splices.end());
        sort_splices(splices_);
        levels_.resize(before_.sources().size(), Undo::part);
    }

    Proposal find() {
        // Each try gives back more of the files that are not as they were; the third gives back all of them.
        for (int tries = 0; tries < 3; ++tries) {
            const auto text = written(proposal_, modifications());
            const auto source = std::make_shared<const Source>(proposal_.id + "_reverse.xml", text);
            auto back = read_proposal(source);
            if (restores(back)) return std::move(*back);
        }
        throw std::logic_error("a whole file does not restore itself");
    }

  private:
    std::vector<std::string> modifications() const {
        std::vector<std::string> all;
        const InverseEdit undoing(before_, after_, splices_);
        for (const auto& splice : splices_)
            for (auto& each : undoing.undo(splice, levels_[splice.file]))
                if (std::ranges::find(all, each) == all.end()) all.push_back(std::move(each));
        for (const auto& edit : applied_.edits) {
            if (edit.old_file) all.push_back(whole_file(*edit.old_file));
            const auto gone = "<repeal target=\"file:" + escaped(edit.new_file) + "\"/>";
            if (!edit.new_file.empty() && std::ranges::find(all, gone) == all.end()) all.push_back(gone);
        }
        return all;
    }

    std::string whole_file(std::size_t file) const {
        const auto name = std::string(base_name(before_.sources()[file]->name()));
        return "<insertion into=\"file:" + escaped(name) + "\" exact=\"true\">" +
               escaped(before_.text(file), read::TextIn::element) + "</insertion>";
    }

    /// Does it give the bytes of before?  Where not, the next try gives more back.
    bool restores(const Result<Proposal>& back) {
        read::Problems problems;
        const auto undone = back ? apply(after_, *back, problems) : std::nullopt;
        bool all = true;
        for (std::size_t file = 0; file < levels_.size(); ++file) {
            const auto& wanted = before_.sources()[file];
            const auto same = undone && std::ranges::any_of(undone->sources, [&](const auto& source) {
                                  return source->name() == wanted->name() && source->text() == wanted->text();
                              });
            if (same) continue;
            all = false;
            levels_[file] = levels_[file] == Undo::part ? Undo::thing : Undo::file;
        }
        return all;
    }

    const SourceIndex& before_;
    const Proposal& proposal_;
    Applied& applied_;
    const SourceIndex& after_;
    std::vector<Splice> splices_;
    std::vector<Undo> levels_;
};

}  // namespace

}  // namespace samenloop::propose

namespace samenloop {

Result<Proposal> reverse(const Sources& sources, const Proposal& proposal) {
    read::Problems problems;
    const propose::SourceIndex before(sources, problems);
    if (!problems.empty()) return tl::unexpected(problems.sorted());
    auto applied = propose::apply(before, proposal, problems);
    if (!applied) return tl::unexpected(problems.sorted());
    const propose::SourceIndex after(applied->sources, problems);
    if (!problems.empty()) return tl::unexpected(problems.sorted());
    return propose::Reversal(before, proposal, *applied, after).find();
}

}  // namespace samenloop
