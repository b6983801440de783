#include <catch2/catch.hpp>

#include "reading.hpp"

using namespace samenloop;
using namespace samenloop::test;

namespace {

/// A change of one file of the small rule base, and what must be said about it.
struct BrokenRules {
    std::string file;
    std::string what;
    std::string by;
    std::string message;
    std::string hint;
    std::string at;  // the text that stands where the message points
};

Diagnostics errors_after(const BrokenRules& row) {
    Files files;
    for (const auto& file : rule_files(mini_folder())) {
        const auto text = std::string(file->text());
        files.push_back(file->name() == row.file ? source(row.file, replaced_once(text, row.what, row.by)) : file);
    }
    auto base = read_rulebase(files);
    return base ? Diagnostics{} : base.error();
}

const std::string c = "country.xml";
const std::string a = "aid_act.xml";
const std::string w = "ways.xml";

}  // namespace

TEST_CASE("the small rule base reads", "[read]") {
    const auto base = read_rulebase(rule_files(mini_folder()));
    if (!base) FAIL(render(base.error(), Language::en));
    CHECK(base->rules.size() == 9);
    CHECK(base->jurisdiction == "isle");
    CHECK(base->fingerprint.size() == 16);
}

TEST_CASE("what is wrong with a rule base is told where it is", "[read]") {
    const auto row = GENERATE(values<BrokenRules>({
        // names and shapes
        {c, "<need id=\"shelter\"", "<ned id=\"shelter\"", "</need> does not fit: <ned> is open", "", "</need>"},
        {c, "<outcome id=\"card\" title=\"kaart\" title-en=\"card\"/>", "<outcom id=\"card\"/>",
         "unknown element <outcom> in <rulebase>", "did you mean 'outcome'?", "<outcom "},
        {c, "holder=\"village\" freshness", "hodler=\"village\" freshness", "unknown attribute 'hodler' in <item>",
         "did you mean 'holder'?", "hodler"},
        {c, "<item id=\"age\" ", "<item ", "the attribute 'id' is missing in <item>", "", "<item type"},
        {c, "id=\"age\" type", "id=\"Age\" type", "'Age' is not an id", "lower case", "Age"},
        {c, "type=\"date\"", "type=\"dat\"", "'dat' is not a value of 'type'", "did you mean 'date'?", "dat\""},
        {a, "<permission act=\"give_advice\"/>", "<permission act=\"give_advice\" items=\"age\"/>",
         "the act 'give_advice' does nothing with data", "'data': report, ask, use or withhold", "age\"/>"},
        {c, "<act id=\"give_advice\"", "<act id=\"give_advice\" data=\"tell\"", "'tell' is not a value of 'data'", "",
         "tell"},
        {c, "basic=\"true\" excl", "basic=\"yes\" excl", "'yes' is not true or false", "", "yes"},
        {a, "<provision article=\"2\">", "<provision article=\"2\" article-en=\" \">",
         "'' is not a text, which 'article-en' needs", "it must not be empty", " \">"},
        {a, "<provision article=\"2\">", "<provision article-en=\"2\">", "the attribute 'article' is missing", "",
         "<provision"},
        {a, "form=\"form 7\"", "form=\"form 7\" form-eng=\"form 7\"", "unknown attribute 'form-eng' in <asks-citizen>",
         "did you mean 'form-en'?", "form-eng"},
        {c, "freshness=\"P1D\"", "freshness=\"1 day\"", "'1 day' is not a duration", "P28D", "1 day"},
        {c, "min=\"0\" max=\"130\" title=\"leeftijd\" title-en=\"age\" holder",
         "min=\"0\" max=\"1e5\" title=\"leeftijd\" title-en=\"age\" holder", "'1e5' is not a number", "", "1e5"},
        {c, "min=\"0\" max=\"130\" title=\"leeftijd\" title-en=\"age\" holder",
         "min=\"200\" max=\"130\" title=\"leeftijd\" title-en=\"age\" holder", "'max' is less than 'min'", "", "130"},
        {c, "type=\"date\" title", "type=\"date\" min=\"1\" title", "'min' is only for a number", "", "min"},
        {c, "values=\"own|barge|none\"", "values=\"own|own|none\"", "the value 'own' stands twice", "", "own|none"},
        {c, "values=\"own|barge|none\"", "values=\"own|barge|none\" labels=\"eigen|boot\"",
         "'labels' gives 2 for 3 'values'", "", "labels="},
        {c, "values=\"own|barge|none\"", "values=\"own|barge|none\" labels=\"eigen||geen\"",
         "an empty value among 'labels'", "", "|geen"},
        {c, "<list id=\"ties\" of=\"string\"", "<list id=\"ties\"", "a list needs its <field> elements", "",
         "<list id=\"ties\""},
        {c, "<act id=\"give_advice\"", "word <act id=\"give_advice\"", "<rulebase> has no text of its own", "", "word"},
        {a, "<when>registered and count(kids) &gt;= 1</when>", "<when> </when>", "<when> must not be empty", "",
         "<when> "},
        {a, "<when>rent &gt; 500</when>", "<when>rent &gt; 500</when><when>true</when>", "a second <when>",
         "the first one is at aid_act.xml", "<when>true"},
        {a, "from=\"2020-01-01\" to=\"2030-01-01\"", "from=\"2020-01-01\" to=\"2030-02-30\"",
         "'2030-02-30' is not a date", "", "2030-02-30"},
        {a, "from=\"2020-01-01\" to=\"2030-01-01\"", "from=\"2020-01-01\" to=\"2019-01-01\"",
         "the interval ends before it starts", "", "2019"},
        {a, "<value>0.25</value>", "<value>a quarter</value>", "'a quarter' is not a number", "", "a quarter"},
        {a, "<value>0.25</value>", "<value>" + std::string(60, '9') + "</value>", "is not a number",
         "at most 40 digits", "999"},
        {a, "<amount id=\"aid_act.rate\" title=\"percentage\" title-en=\"rate\"><value>0.25</value></amount>",
         "<amount id=\"aid_act.rate\" title=\"p\"/>", "a <value> is missing in <amount>", "",
         "<amount id=\"aid_act.rate\""},
        {a, "to=\"2025-01-01\">900", "to=\"2025-06-01\">900", "the amount 'aid_act.norm' has two values at one time",
         "", "<value from=\"2025-01-01\""},
        // duplicates
        {c, "<organisation id=\"port\"", "<organisation id=\"office\"", "the organisation 'office' is declared twice",
         "country.xml:5", "<organisation id=\"office\" title=\"de haven\""},
        {a, "<rule id=\"AA-1-2\"", "<rule id=\"AA-1-1\"", "the rule 'AA-1-1' is declared twice", "aid_act.xml:13",
         "<rule id=\"AA-1-1\" lid=\"2"},
        {w, "<rule id=\"W-1\"", "<rule id=\"AA-5\"", "the rule 'AA-5' is declared twice", "aid_act.xml:46",
         "<rule id=\"AA-5\""},
        {c, "<field id=\"home\"", "<field id=\"age\"", "the field 'age' is declared twice", "",
         "<field id=\"age\" type=\"boolean\""},
        {a, "<amount id=\"aid_act.norm\"", "<amount id=\"fee\"", "the item 'fee' is declared twice",
         "the first one is at country.xml", "<amount id=\"fee\""},
        {w, "<disposable>", "<disposable>income_y</disposable><disposable>", "a second <disposable>", "",
         "<disposable>income_y - "},
        {w, "<disposable>", "<impossible title=\"x\">incme = 1</impossible><disposable>", "unknown item 'incme'", "",
         "incme"},
        {w, "<disposable>", "<impossible title=\"x\">income_y</impossible><disposable>",
         "expected a yes or no, found a number", "", "income_y</imp"},
        {w, "<disposable>", "<impossible>true</impossible><disposable>", "'title' is missing in <impossible>", "",
         "<impossible"},
        // references
        {c, "scheme=\"aid\"/>", "scheme=\"aids\"/>", "unknown scheme 'aids'", "did you mean 'aid'?", "aids"},
        {c, "organisation=\"village[place]\"", "organisation=\"vilage[place]\"", "unknown organisation 'vilage'",
         "did you mean 'village'?", "vilage["},
        {c, "organisation=\"village[place]\"", "organisation=\"village[plaze]\"", "unknown item 'plaze'",
         "did you mean 'place'?", "plaze"},
        {c, "law=\"aid_act\"", "law=\"aid_akt\"", "unknown law 'aid_akt'", "did you mean 'aid_act'?", "aid_akt"},
        {c, "concept=\"partner\" law=\"aid_act\"", "concept=\"partner\"", "the definition of a concept names its law",
         "", "<item id=\"aid.partner\""},
        {c, "outcome=\"register\"", "outcome=\"registr\"", "unknown outcome 'registr'", "did you mean 'register'?",
         "registr\""},
        {c, "excludes=\"refuse_person\"", "excludes=\"refuse_person refuse_person\"", "stands twice in this row", "",
         "refuse_person\""},
        {a, "covers=\"income\"", "covers=\"incme\"", "unknown need 'incme'", "did you mean 'income'?", "incme"},
        {a, "exception-to=\"AA-2-9\"", "exception-to=\"AA-2-8\"", "unknown rule 'AA-2-8'", "did you mean 'AA-",
         "AA-2-8"},
        {a, "exception-to=\"AA-2-9\"", "exception-to=\"AA-2-2\"", "the rule 'AA-2-2' names itself", "", "AA-2-2\""},
        {a, "<basis scheme=\"aid\"/>", "<basis scheme=\"adi\"/>", "unknown scheme 'adi'", "did you mean 'aid'?", "adi"},
        {a, "charge=\"levy\"", "charge=\"levi\"", "unknown charge 'levi'", "did you mean 'levy'?", "levi"},
        {a, "act=\"give_advice\"/>", "act=\"give_advise\"/>", "unknown act 'give_advise'",
         "did you mean 'give_advice'?", "give_advise"},
        {a, "decision=\"aid\"", "decision=\"aidd\"", "unknown scheme or act 'aidd'", "did you mean 'aid'?", "aidd"},
        {a, "item=\"debts savings\"", "item=\"debts saving\"", "unknown item 'saving'", "did you mean 'savings'?",
         "saving\""},
        {a, "component=\"base\">rent", "component=\"bass\">rent",
         "no rule grants the component 'bass' of the scheme 'aid'", "did you mean 'base'?", "<reduce scheme"},
        {w, "omit rules=\"AA-2-3\"", "omit rules=\"AA-2-33\"", "unknown rule 'AA-2-33'", "did you mean", "AA-2-33"},
        {w, "field=\"home\"", "field=\"hone\"", "unknown field 'hone'", "did you mean 'home'?", "hone"},
        // expressions and their types
        {c, "<active>age &gt;= 18</active>", "<active>age &gt;= 18 and hous = \"own\"</active>", "unknown item 'hous'",
         "did you mean 'house'?", "hous ="},
        {c, "<active>age &gt;= 18</active>", "<active>age + 1</active>", "expected a yes or no, found a number", "",
         "age + 1"},
        {c, "<active>age &gt;= 18</active>", "<active>null .x</active>", "null has no field 'x'", "", "x</active>"},
        {c, "ordinary=\"40\"", "ordinary=\"true\"", "expected a number, found a yes or no", "", "true"},
        {a, "per_year(wage + fee)", "wage + fee", "expected a number in 'eur/year', found one in 'eur/month'", "",
         "wage"},
        {a, "aid_act.norm - wage", "age",
         "an amount in 'year', expected one in 'eur/month', 'eur/year' or 'eur' (once)", "", "age"},
        {a, "otherwise=\"aid_act.norm\">", "otherwise=\"aid_act.norm\" of=\"ait\">",
         "no effect of this rule gives 'ait' an amount", "did you mean 'aid'?", "ait"},
        {w, "from=\"port\" to=\"office\" basis=\"statute\"",
         "from=\"port village\" to=\"office port offise\" basis=\"statute\"", "unknown organisation 'offise'",
         "did you mean 'office'?", "offise"},
        {w, "from=\"port\" to=\"office\" basis=\"statute\"", "from=\"port port\" to=\"office\" basis=\"statute\"",
         "the organisation 'port' stands here twice", "", "port\" to"},
        {a, "aid_act.norm - wage", "100", "an amount without unit", "", "100"},
        {a, "<define item=\"income_y\"", "<define item=\"amount.aid\"",
         "'amount.aid' is no item that a rule can define", "", "amount.aid"},
        {a, "each=\"k in kids\"", "each=\"k in kidz\"", "unknown item 'kidz'", "did you mean 'kids'?", "kidz"},
        {a, "each=\"k in kids\"", "each=\"kids\"", "'kids' is not a variable and a list", "", "kids"},
        {a, "k.age &lt; 18 and k.home", "k.age &lt; 18 and k.hom", "hom", "did you mean 'home'?", "hom<"},
        {a, "register and (card or aid)", "register and (kard or aid)", "unknown", "did you mean 'card'?", "kard"},
        {a, "register and (card or aid)", "register and not(card)", "expected outcomes joined by 'and' and 'or'", "",
         "register and not"},
        {a, "request=\"registered\"", "request=\"age\"", "expected a yes or no, found a number", "", "age\""},
        {a, "<reduce charge=\"levy\">", "<reduce charge=\"levy\" scheme=\"aid\">",
         "<reduce> needs either 'scheme' or 'charge'", "", "<reduce charge"},
        // circles
        {a, "per_year(wage + fee)", "charge.levy",
         "the definitions run in a circle: income_y -> charge.levy -> income_y", "", "<rule id=\"AA-1-2\""},
        {a, "<when>registered and count(kids) &gt;= 1</when>", "<when>aid.partner</when>",
         "the definitions run in a circle: aid.partner -> aid.partner", "", "<rule id=\"AA-1-1\""},
        {c,
         "id=\"income_y\" type=\"number\" unit=\"eur/year\" title=\"jaarinkomen\" title-en=\"income a year\" "
         "otherwise=\"0\"",
         "id=\"income_y\" type=\"number\" unit=\"eur/year\" title=\"j\" otherwise=\"income_y\"",
         "circle: income_y -> income_y", "", "<item id=\"income_y\""},
        {c, "ordinary=\"&quot;own&quot;\"",
         "ordinary=\"if place = &quot;A&quot; then &quot;own&quot; else &quot;none&quot;\"",
         "the ordinary values run in a circle: house -> place -> house", "", "<item id=\"house\""},
        // the whole
        {w, "jurisdiction=\"isle\"", "jurisdiction=\"sea\"",
         "the jurisdiction is 'sea' here and 'isle' in another file", "", "sea"},
        {w, "<rulebase", "<situation", "</rulebase> does not fit", "", "</rulebase>"},
    }));
    CAPTURE(row.what, row.by);
    const auto errors = errors_after(row);
    CAPTURE(render(errors, Language::en));
    REQUIRE_FALSE(errors.empty());
    CHECK(in_one_language(errors).empty());
    const auto said = std::any_of(errors.begin(), errors.end(), [&](const Diagnostic& d) {
        return d.source && d.source->name() == row.file && d.message.en.find(row.message) != std::string::npos &&
               d.hint.en.find(row.hint) != std::string::npos && d.source->text().substr(d.offset).starts_with(row.at);
    });
    CHECK(said);
}

TEST_CASE("all problems of all files are told at once, in order", "[read]") {
    Files files;
    files.push_back(source("b.xml", small("<organisation id=\"x\" title=\"y\" ministri=\"z\"/>\n<need id=\"n\"/>")));
    files.push_back(source("a.xml", small("<act id=\"f\" title=\"g\" excludes=\"h\"/>")));
    const auto base = read_rulebase(files);
    REQUIRE_FALSE(base);
    std::string where;
    for (const auto& d : base.error())
        where += d.source->name() + std::to_string(d.source->position(d.offset).line) + " ";
    CHECK(where == "a.xml2 b.xml2 b.xml3 ");
}

TEST_CASE("the fingerprint is that of the contents, not of names or their order", "[read]") {
    const auto one = source("x/a.xml", small("<act id=\"f\" title=\"g\"/>"));
    const auto two = source("x/b.xml", small("<act id=\"h\" title=\"g\"/>"));
    const auto moved = source("y/z.xml", std::string(one->text()));
    const auto changed = source("x/a.xml", small("<act id=\"f\" title=\"G\"/>"));
    const auto print = [](Files files) { return read_rulebase(files)->fingerprint; };
    CHECK(print({one, two}) == print({two, moved}));
    CHECK(print({one, two}) != print({changed, two}));
}

TEST_CASE("a formula over outcomes becomes its smallest alternatives", "[read]") {
    const auto& base = mini();
    const auto rule =
        std::find_if(base.rules.begin(), base.rules.end(), [](const Rule& r) { return r.id == "AA-2-1"; });
    REQUIRE(rule->requirements.size() == 1);
    // aid 0, card 1, register 2
    CHECK(rule->requirements.front() == Alternatives{{0, 2}, {1, 2}});
}
