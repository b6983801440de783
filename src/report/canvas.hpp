#pragma once
// A sheet of A4 in SVG to draw on: lines, areas and words at places in pixels.  Coordinates have one digit behind the
// point, so that the same drawing gives the same bytes everywhere.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace samenloop::report {

using Point = std::pair<double, double>;

enum class Align : std::uint8_t { start, middle, end };

struct Words {
    double size = 12;
    Align align = Align::start;
    bool strong = false;
    std::string_view fill = "#222222";
};

enum class Sheet : std::uint8_t { portrait, landscape };
inline constexpr double sheet_long = 1122;
inline constexpr double sheet_short = 794;

class Canvas {
  public:
    Canvas(Sheet sheet, std::string_view title);

    void line(Point from, Point to, std::string_view stroke, double width, bool dashed = false);
    void polyline(const std::vector<Point>& points, std::string_view stroke, double width);
    void rectangle(Point corner, double width, double height, std::string_view fill);
    /// With rounded corners and an edge.
    void box(Point corner, double width, double height, std::string_view fill, std::string_view edge);
    /// A line that leaves and arrives level.
    void bend(Point from, Point to, std::string_view stroke, double width, std::string_view dashes);
    void circle(Point middle, double radius, std::string_view fill);
    void words(Point where, std::string_view words, const Words& style);
    /// Reading upwards along the left side.
    void words_upwards(Point where, std::string_view words, const Words& style);

    std::string take() &&;

  private:
    void text(std::string_view place, std::string_view text, const Words& words);

    std::string svg_;
};

}  // namespace samenloop::report
