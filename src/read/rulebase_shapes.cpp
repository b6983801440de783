// The format of a rule base as a table; docs/rule-format.md explains it by example.

#include "rulebase_shapes.hpp"

#include <array>

namespace samenloop::read {

std::span<const Shape> rulebase_shapes() {
    using enum TextRule;
    static constexpr std::array shapes{
        Shape{"rulebase", "xmlns:text jurisdiction:words",
              "organisation need outcome act item list concept law floor exchange norm impossible contradiction "
              "unmodelled disposable reference",
              none},
        Shape{"organisation", "id!:id title!:words title-en:words ministry:words aliases:words person:truth", "", none},
        Shape{
            "need",
            "id!:id title!:words title-en:words coverage:schemes|income basic:truth exclusive:truth outcome:id act:id",
            "active? covered?", none},
        Shape{"outcome", "id!:plain title!:words title-en:words organisation:whom scheme:id", "holds?", none},
        Shape{"act", "id!:id title!:words title-en:words excludes:ids data:report|ask|use|withhold", "", none},
        Shape{"item",
              "id!:id title!:words title-en:words type!:boolean|number|string|date|duration of:id "
              "unit:eur|eur/month|eur/year|year|month|day|none min:decimal max:decimal values:words labels:words "
              "labels-en:words holder:whom "
              "freshness:duration group:id ordinary:words otherwise:words concept:id law:id reference:words "
              "reference-en:words "
              "status:verified|unverified earnings:truth assets:truth fixed-cost:truth exogenous:truth rare:truth "
              "changed-by:whom "
              "better:words household:truth shared:truth "
              "period:year "
              "due-day:decimal "
              "since:id "
              "on:id "
              "person:self|partner is:words",
              "", none},
        Shape{"list",
              "id!:id title!:words title-en:words of:id key:plain "
              "unit:eur|eur/month|eur/year|year|month|day|none min:decimal max:decimal values:words labels:words "
              "labels-en:words holder:whom "
              "freshness:duration group:id ordinary:words otherwise:words concept:id law:id reference:words "
              "reference-en:words "
              "status:verified|unverified household:truth shared:truth persons:words",
              "field", none},
        Shape{"field",
              "id!:plain title:words title-en:words type!:boolean|number|string|date|duration of:id "
              "unit:eur|eur/month|eur/year|year|month|day|none min:decimal max:decimal values:words labels:words "
              "labels-en:words ordinary:words exogenous:truth changed-by:whom better:words is:words "
              "seen:own|mutual|together|rest",
              "", none},
        Shape{"concept", "id!:id title!:words title-en:words", "", none},
        Shape{"law",
              "id!:id title!:words title-en:words level:aid|practice|policy|ordinance|ministerial|decree|act|treaty "
              "bwb:bwb "
              "ministry:words legislator:words goal:words contract:truth from:date to:date read:date",
              "amount scheme charge provision rule unmodelled", none},
        Shape{"amount",
              "id!:id title!:words title-en:words unit:eur|eur/month|eur/year|year|month|day|none article:words "
              "status:verified|unverified",
              "value+", none},
        Shape{"value", "from:date to:date", "", required},
        Shape{"scheme",
              "id!:plain title!:words title-en:words executor:whom covers:ids disposable:truth application:truth "
              "reported:id paid-from:words persons:words",
              "goal?", none},
        Shape{"charge",
              "id!:plain title!:words title-en:words creditor:whom disposable:truth tax:truth withheld:truth "
              "replaces:id due-day:decimal",
              "", none},
        Shape{"provision", "article!:words article-en:words title:words title-en:words", "rule.lid", none},
        Shape{
            "rule",
            "id!:rule article:words article-en:words title:words title-en:words actor:whom from:date to:date read:date "
            "status:verified|unverified "
            "discretion:bound|may each:each request:words overrides:rules overrides-law:ids exception-to:rules "
            "rebuts:rules delegated:truth repairs:truth sanction:truth ecli:ecli intended-exclusion:words",
            "when? define grant deny basis reduce obligation permission prohibition charge.effect recover attach "
            "allocate "
            "refer requires-data asks-citizen requires waive premise? against?",
            none},
        Shape{"rule.lid",
              "id!:rule lid:words title:words title-en:words actor:whom from:date to:date read:date "
              "status:verified|unverified "
              "discretion:bound|may each:each request:words overrides:rules overrides-law:ids exception-to:rules "
              "rebuts:rules delegated:truth repairs:truth sanction:truth ecli:ecli intended-exclusion:words",
              "when? define grant deny basis reduce obligation permission prohibition charge.effect recover attach "
              "allocate "
              "refer requires-data asks-citizen requires waive premise? against?",
              none},
        Shape{"when", "", "", required},
        Shape{"define", "item!:id", "", required},
        Shape{"grant", "scheme!:id component:plain", "", optional},
        Shape{"deny", "scheme!:ids component:plain paid-to:whom", "", none},
        Shape{"basis", "scheme!:ids", "", none},
        Shape{"reduce", "scheme:id component:plain charge:id", "", required},
        Shape{"obligation", "act!:id actor:whom to:whom achieves:id within:duration until:words items:ids stops:ids",
              "", none},
        Shape{"permission", "act!:id actor:whom achieves:id within:duration until:words items:ids", "", none},
        Shape{"prohibition", "act!:id actor:whom until:words items:ids", "", none},
        Shape{"charge.effect", "id!:id", "", required},
        Shape{"recover", "scheme:id to!:whom floor:id reach:free|own|all order:decimal seen-by:ids", "", required},
        Shape{"attach", "to!:whom floor:id reach:free|own|all order:decimal seen-by:ids", "", required},
        Shape{"allocate", "need!:id actor:whom", "", none},
        Shape{"refer", "need!:id actor:whom to!:whom", "", none},
        Shape{"requires-data", "decision!:id item!:ids actor:whom purpose:words freshness:duration", "", none},
        Shape{"asks-citizen", "decision!:id item!:ids actor:whom form:words form-en:words", "", none},
        Shape{"requires", "outcome!:id", "", required},
        Shape{"waive", "outcome!:id of!:id", "", none},
        Shape{"premise", "title!:words title-en:words otherwise:words of:id", "", required},
        Shape{"against", "title!:words title-en:words lasts:duration at-most:decimal", "", required},
        Shape{"active", "", "", required},
        Shape{"covered", "", "", required},
        Shape{"holds", "", "", required},
        Shape{"goal", "title:words title-en:words target:words", "", required},
        Shape{"floor", "id!:id title!:words title-en:words item!:id source!:words", "stream+ at-risk?", none},
        Shape{"stream", "", "", required},
        Shape{"at-risk", "", "", required},
        Shape{"exchange",
              "id!:id item!:id from!:whoms to!:whoms basis!:statute|covenant|consent|none citation:words purpose:words "
              "latency:duration from-date:date to-date:date status:verified|unverified problem:words problem-en:words",
              "person-class? arrived?", none},
        Shape{"person-class", "", "", required},
        Shape{"arrived", "", "", required},
        Shape{"norm",
              "id!:id unit:eur|eur/month|eur/year|year|month|day|percent|none source!:words title:words title-en:words",
              "", required},
        Shape{"impossible", "title!:words title-en:words source:words", "", required},
        Shape{
            "unmodelled", "id!:id title!:words title-en:words when:words items:ids schemes:ids charges:ids", "", none},
        Shape{"contradiction", "title!:words title-en:words instead:words instead-en:words severity:error|warning", "",
              required},
        Shape{"disposable", "", "", required},
        Shape{"reference", "title!:words title-en:words source!:words", "set omit", none},
        Shape{"set", "item!:id field:plain when:words", "", required},
        Shape{"omit", "rules:rules schemes:ids", "", none},
    };
    return shapes;
}

}  // namespace samenloop::read
