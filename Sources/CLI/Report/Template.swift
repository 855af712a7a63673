/// Template of the page. It contains only `{{ }}`, which escapes; a test refuses the forms that do
/// not. Values that inputs or reports can influence stand between tags, never inside one.
enum Template {
  /// A chart with both axes and its text alternative, and the end of its figure.
  private static let plot = """
    <div class="plot"><span>{{most}}</span><span>0</span><svg viewBox="0 0 220 48" preserveAspectRatio="none" role="img">
    <title>{{alternative}}</title><polygon points="{{area}}"/><polyline points="{{line}}"/></svg></div>
    <div class="axis"><span>0:00</span><span>{{end}}</span></div></figure>
    """

  static let text = """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '\(Style.source)'">
    <title>{{title}}</title>
    <style>\(Style.text)</style>
    </head>
    <body>
    <header>
      <h1>{{title}}</h1>
      <p>{{subtitle}}</p>
      {{#hasFacts}}<dl class="facts">{{#facts}}<dt>{{name}}</dt><dd>{{value}}</dd>
      {{/facts}}</dl>{{/hasFacts}}
      <nav><a href="#overview">Overview</a> <a href="#findings">Findings</a> <a href="#targets">Targets</a> <a href="#corpora">Corpora</a>
        <a href="#coverage">Coverage</a></nav>
    </header>
    <main>
    <section class="tiles">
    {{#tiles}}<div class="tile"><b>{{value}}</b><span>{{name}}</span></div>
    {{/tiles}}
    </section>
    <section id="overview">
    <h2>Overview of the targets</h2>
    {{^overview}}<p>No target ran.</p>{{/overview}}
    {{#hasOverview}}<div class="scroll"><table><tr><th>target</th><th class="number">executions</th><th class="number">edges</th>
    <th class="number">features</th><th class="number">corpus</th><th class="number">findings</th></tr>
    {{#overview}}<tr><td><a href="#target-{{number}}">{{name}}</a></td><td class="number">{{executions}}</td>
    <td class="number">{{edges}}</td><td class="number">{{features}}</td><td class="number">{{corpus}}</td>
    <td class="number">{{#hasFindings}}<b class="found">{{findings}}</b>{{/hasFindings}}{{^hasFindings}}0{{/hasFindings}}</td></tr>
    {{/overview}}
    <tr class="total"><td>{{total.name}}</td><td class="number">{{total.executions}}</td><td></td><td></td>
    <td class="number">{{total.corpus}}</td><td class="number">{{total.findings}}</td></tr>
    </table></div>
    <p class="remark">Executions are of all sessions shown; edges and features are those of the first build that ran, corpus
    counts files, and both are of the last session.</p>{{/hasOverview}}
    </section>
    <section id="findings">
    <h2>Findings</h2>
    {{#findingsOverTime}}
    <figure class="wide"><figcaption>{{name}} <b>{{last}}</b></figcaption>
    \(plot)
    {{/findingsOverTime}}
    {{^findings}}<p>None.</p>{{/findings}}
    {{#findings}}
    <article>
    <h3><code>{{fingerprint}}</code> {{title}}</h3>
    <p class="tags">{{#isHigh}}<span class="high">high</span>{{/isHigh}}{{#isMedium}}<span class="medium">medium</span>{{/isMedium}}
    {{#isLow}}<span class="low">low</span>{{/isLow}}<span>{{status}}</span><span>{{target}}</span></p>
    <dl>
    <dt>Severity</dt><dd>{{severity}}: {{severityReason}}</dd>
    <dt>Message</dt><dd>{{message}}</dd>
    {{#hasProperty}}<dt>Expected</dt><dd>{{expected}}</dd><dt>Found</dt><dd>{{found}}</dd>{{/hasProperty}}
    <dt>First seen</dt><dd>{{firstSeen}}</dd>
    <dt>Reproduced</dt><dd>{{reproduced}}</dd>
    </dl>
    <h4>Stack</h4>
    {{^frames}}<p>No frame of this project was seen.</p>{{/frames}}
    <ol class="stack">
    {{#frames}}<li><code>{{function}}</code> <span>{{place}}</span></li>
    {{/frames}}
    </ol>
    {{#hasRawFrames}}<details><summary>before cleaning</summary><ol class="stack">
    {{#rawFrames}}<li><code>{{.}}</code></li>
    {{/rawFrames}}
    </ol></details>{{/hasRawFrames}}
    {{#hasInput}}<h4>Smallest input: {{inputSize}} bytes, as {{inputForm}}</h4>
    <pre>{{inputLines}}</pre>{{inputLeft}}{{/hasInput}}
    {{#hasTest}}<details><summary>regression test</summary><pre>{{test}}</pre></details>{{/hasTest}}
    <h4>Commands</h4>
    {{#commands}}<p class="command"><span>{{what}}</span><code>{{words}}</code></p>
    {{/commands}}
    </article>
    {{/findings}}
    </section>
    <section id="targets">
    <h2>Targets</h2>
    <p class="remark">{{span}}</p>
    {{#hasSessions}}<div class="scroll"><table><tr><th>session</th><th>build</th><th>fuzzing</th><th>executions</th><th>findings</th></tr>
    {{#sessions}}<tr><td>{{name}}</td><td>{{build}}</td><td>{{duration}}</td><td>{{executions}}</td><td>{{findings}}</td></tr>
    {{/sessions}}
    </table></div>{{/hasSessions}}
    {{#targets}}
    <div class="target" id="target-{{number}}"><h3>{{name}}</h3><p>{{property}}</p>
    <div class="charts">
    {{#charts}}<figure><figcaption>{{name}} <b>{{last}}</b></figcaption>
    \(plot)
    {{/charts}}
    </div>{{#hasFindings}}<p>{{findings}}</p>{{/hasFindings}}</div>
    {{/targets}}
    </section>
    <section id="corpora">
    <h2>Corpora, before and after minimization</h2>
    {{^corpora}}<p>None was minimized.</p>{{/corpora}}
    <div class="scroll"><table>{{#hasCorpora}}<tr><th>target</th><th class="number">files before</th><th class="number">after</th><th></th></tr>{{/hasCorpora}}
    {{#corpora}}<tr><td>{{target}}</td><td class="number">{{before}}</td><td class="number">{{after}}</td>
    <td><svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" role="img"><title>{{share}} %</title><rect class="ground" width="100" height="10"/><rect width="{{share}}" height="10"/></svg></td></tr>
    {{/corpora}}
    </table></div>
    </section>
    <section id="coverage">
    <h2>Coverage</h2>
    {{^coverage}}<p>Not measured: <code>./scripts/scenefuzz coverage --json</code> gives what --coverage takes.</p>{{/coverage}}
    <div class="scroll"><table>{{#hasCoverage}}<tr><th>file</th><th class="number">regions</th><th class="number">functions</th><th class="number">lines</th><th></th></tr>{{/hasCoverage}}
    {{#coverage}}<tr><td>{{#hasLink}}<a href="{{link}}">{{file}}</a>{{/hasLink}}{{^hasLink}}{{file}}{{/hasLink}}</td>
    <td class="number">{{regions}}</td><td class="number">{{functions}}</td><td class="number">{{lines}}</td>
    <td><svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" role="img"><title>{{share}} %</title><rect class="ground" width="100" height="10"/><rect width="{{share}}" height="10"/></svg></td></tr>
    {{/coverage}}
    </table></div>
    </section>
    {{#remarks}}<p class="remark">{{.}}</p>
    {{/remarks}}
    </main>
    </body>
    </html>

    """
}
