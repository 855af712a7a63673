/// Counts of a piece of a VTK XML file.
struct VTKPiece {
  var points: UInt64 = 0
  var cells: UInt64 = 0
  var vertices: UInt64 = 0
  var lines: UInt64 = 0
  var strips: UInt64 = 0
  var polygons: UInt64 = 0

  /// Cells of every kind.
  var allCells: UInt64 { sum(cells, sum(vertices, lines, strips, polygons)) }

  /// Stores a count by its attribute name; false for another attribute.
  mutating func set(_ name: String, to count: UInt64) -> Bool {
    switch name {
    case "NumberOfPoints": points = count
    case "NumberOfCells": cells = count
    case "NumberOfVerts": vertices = count
    case "NumberOfLines": lines = count
    case "NumberOfStrips": strips = count
    case "NumberOfPolys": polygons = count
    default: return false
    }
    return true
  }

  /// Number of tuples of an array in an element; nil where the counts do not determine it.
  func tuples(of name: String, in parent: String) -> UInt64? {
    switch parent {
    case "PointData", "Points": return points
    case "CellData": return allCells
    case "Verts": return name == "offsets" ? vertices : nil
    case "Lines": return name == "offsets" ? lines : nil
    case "Strips": return name == "offsets" ? strips : nil
    case "Polys": return name == "offsets" ? polygons : nil
    case "Cells": return name == "offsets" || name == "types" ? cells : nil
    default: return nil
    }
  }
}
