import Corpus
import Foundation

/// Style sheet of the page, light and dark.
enum Style {
  /// Source of this style sheet for the Content Security Policy; no other style is applied.
  static let source = "sha256-" + Data(SHA256.digest(of: Array(text.utf8))).base64EncodedString()

  static let text = """
    :root { color-scheme: light dark; --ink: #1c2330; --soft: #5b6675; --ground: #ffffff; --card: #f4f6f9;
      --rule: #d9dfe7; --line: #2563b0; --fill: #2563b022; --mark: #b3261e;
      --warn: #8a5a00; }
    @media (prefers-color-scheme: dark) { :root { --ink: #e4e8ee; --soft: #9aa5b4; --ground: #12161c;
      --card: #1b212a; --rule: #303946; --line: #6ea8ff; --fill: #6ea8ff22; --mark: #ff8a80;
      --warn: #ffc25c; } }
    * { box-sizing: border-box; }
    body { margin: 0; background: var(--ground); color: var(--ink);
      font: 15px/1.5 system-ui, -apple-system, "Segoe UI", sans-serif; }
    header, main { max-width: 1100px; margin: 0 auto; padding: 0 24px; }
    header { padding-top: 32px; }
    h1 { margin: 0; font-size: 26px; } h2 { margin: 40px 0 12px; font-size: 20px; }
    h3 { margin: 0 0 4px; font-size: 16px; overflow-wrap: anywhere; } h4 { margin: 16px 0 4px; font-size: 13px; color: var(--soft); }
    header p, .target p { margin: 2px 0; color: var(--soft); }
    a { color: var(--line); } nav a { margin-right: 16px; }
    code, pre { font: 13px/1.45 ui-monospace, "DejaVu Sans Mono", Menlo, monospace; }
    pre { margin: 0; padding: 12px; background: var(--ground); border: 1px solid var(--rule); border-radius: 6px;
      overflow: auto; max-height: 420px; white-space: pre-wrap; overflow-wrap: anywhere; }
    .tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(150px, 1fr)); gap: 12px; margin-top: 24px; }
    .tile { background: var(--card); border-radius: 8px; padding: 12px 16px; }
    .tile b { display: block; font-size: 22px; font-variant-numeric: tabular-nums; } .tile span { color: var(--soft); }
    article, .target { background: var(--card); border-radius: 8px; padding: 16px 20px; margin: 0 0 16px; }
    .tags span { display: inline-block; margin-right: 8px; padding: 0 8px; border: 1px solid var(--rule); border-radius: 10px;
      color: var(--soft); font-size: 13px; }
    .tags .high { color: var(--mark); border-color: var(--mark); font-weight: 600; }
    .tags .medium { color: var(--warn); border-color: var(--warn); font-weight: 600; }
    .tags .low { color: var(--line); border-color: var(--line); } .found { color: var(--mark); } .tags:has(span:empty) span:empty { display: none; }
    dl { display: grid; grid-template-columns: 110px 1fr; margin: 8px 0; } dt { color: var(--soft); }
    dd { margin: 0; overflow-wrap: anywhere; }
    .stack { margin: 0; padding-left: 28px; } .stack span { color: var(--soft); } .stack li { overflow-wrap: anywhere; }
    .command { margin: 2px 0; } .command span { display: inline-block; width: 110px; color: var(--soft); }
    .charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(190px, 1fr)); gap: 16px; margin-top: 8px; }
    figure { margin: 0; } figcaption { color: var(--soft); font-size: 13px; } figcaption b { color: var(--ink); }
    .plot { display: grid; grid-template: 28px 28px / auto 1fr; column-gap: 6px; font-size: 11px; color: var(--soft); }
    .plot span { grid-column: 1; text-align: right; line-height: 1; } .plot span + span { align-self: end; }
    .plot svg { grid-area: 1 / 2 / 3 / 3; width: 100%; height: 56px; border: solid var(--rule); border-width: 0 0 1px 1px; }
    .axis { display: flex; justify-content: space-between; font-size: 11px; color: var(--soft); }
    .wide { margin-bottom: 16px; } .facts { grid-template-columns: 90px 1fr; margin: 8px 0; font-size: 13px; }
    .scroll { overflow-x: auto; } .total td { font-weight: 600; border-bottom: 0; }
    polyline { fill: none; stroke: var(--line); stroke-width: 1.5; vector-effect: non-scaling-stroke; }
    polygon { fill: var(--fill); }
    table { border-collapse: collapse; width: 100%; margin-bottom: 16px; } td, th { padding: 3px 12px 3px 0; text-align: left;
      border-bottom: 1px solid var(--rule); font-variant-numeric: tabular-nums; } th { color: var(--soft); font-weight: normal; }
    .number { text-align: right; } .bar { width: 140px; height: 10px; } .bar rect { fill: var(--line); }
    .bar .ground { fill: var(--rule); }
    @media (max-width: 600px) { header, main { padding: 0 12px; } header { padding-top: 16px; } article, .target { padding: 12px; }
      td, th { padding-right: 8px; font-size: 12px; overflow-wrap: anywhere; } .number { overflow-wrap: normal; white-space: nowrap; }
      .bar { width: 56px; } dl { grid-template-columns: 1fr; } .facts { grid-template-columns: 70px 1fr; }
      .command span { display: block; } .command code { overflow-wrap: anywhere; } nav a { margin-right: 10px; }
      .tiles { grid-template-columns: 1fr 1fr; } }
    .remark { color: var(--soft); } summary { cursor: pointer; color: var(--line); }
    """
}
