/// Template of the page. It contains only `{{ }}`, which escapes; a test refuses the forms that do
/// not. Values that inputs or reports can influence stand between tags, never inside one.
enum Template {
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
      <nav><a href="#findings">Findings</a> <a href="#targets">Targets</a> <a href="#corpora">Corpora</a>
        <a href="#coverage">Coverage</a></nav>
    </header>
    <main>
    <section class="tiles">
    {{#tiles}}<div class="tile"><b>{{value}}</b><span>{{name}}</span></div>
    {{/tiles}}
    </section>
    <section id="findings">
    <h2>Findings</h2>
    {{#findingsOverTime}}
    <figure class="wide"><figcaption>{{name}}: {{last}}</figcaption>
    <svg viewBox="0 0 220 48" preserveAspectRatio="none" role="img"><polygon points="{{area}}"/><polyline points="{{line}}"/></svg></figure>
    {{/findingsOverTime}}
    {{^findings}}<p>None.</p>{{/findings}}
    {{#findings}}
    <article>
    <h3><code>{{fingerprint}}</code> {{title}}</h3>
    <p class="tags"><span>{{severity}}</span><span>{{status}}</span><span>{{target}}</span></p>
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
    {{#hasSessions}}<table><tr><th>session</th><th>build</th><th>fuzzing</th><th>executions</th><th>findings</th></tr>
    {{#sessions}}<tr><td>{{name}}</td><td>{{build}}</td><td>{{duration}}</td><td>{{executions}}</td><td>{{findings}}</td></tr>
    {{/sessions}}
    </table>{{/hasSessions}}
    {{#targets}}
    <div class="target"><h3>{{name}}</h3><p>{{property}}</p>
    <div class="charts">
    {{#charts}}<figure><figcaption>{{name}} <b>{{last}}</b></figcaption>
    <svg viewBox="0 0 220 48" preserveAspectRatio="none" role="img"><polygon points="{{area}}"/><polyline points="{{line}}"/></svg></figure>
    {{/charts}}
    </div>{{#hasFindings}}<p>{{findings}}</p>{{/hasFindings}}</div>
    {{/targets}}
    </section>
    <section id="corpora">
    <h2>Corpora, before and after minimization</h2>
    {{^corpora}}<p>None was minimized.</p>{{/corpora}}
    <table>{{#hasCorpora}}<tr><th>target</th><th class="number">files before</th><th class="number">after</th><th></th></tr>{{/hasCorpora}}
    {{#corpora}}<tr><td>{{target}}</td><td class="number">{{before}}</td><td class="number">{{after}}</td>
    <td><svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none"><rect class="ground" width="100" height="10"/><rect width="{{share}}" height="10"/></svg></td></tr>
    {{/corpora}}
    </table>
    </section>
    <section id="coverage">
    <h2>Coverage</h2>
    {{^coverage}}<p>Not measured: <code>./scripts/scenefuzz coverage --json</code> gives what --coverage takes.</p>{{/coverage}}
    <table>{{#hasCoverage}}<tr><th>file</th><th class="number">regions</th><th class="number">functions</th><th class="number">lines</th><th></th></tr>{{/hasCoverage}}
    {{#coverage}}<tr><td>{{#hasLink}}<a href="{{link}}">{{file}}</a>{{/hasLink}}{{^hasLink}}{{file}}{{/hasLink}}</td>
    <td class="number">{{regions}}</td><td class="number">{{functions}}</td><td class="number">{{lines}}</td>
    <td><svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none"><rect class="ground" width="100" height="10"/><rect width="{{share}}" height="10"/></svg></td></tr>
    {{/coverage}}
    </table>
    </section>
    {{#remarks}}<p class="remark">{{.}}</p>
    {{/remarks}}
    </main>
    </body>
    </html>

    """
}
