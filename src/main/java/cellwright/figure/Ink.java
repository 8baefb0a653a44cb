package cellwright.figure;

/** The style sheet of charts, for light pages and dark ones. */
final class Ink {
    /** How many colours there are; further series begin again with the first. */
    static final int COLOURS = 8;

    /** Each colour has a contrast of 3 to 1 or more on its ground and can be told from the others without red or green. */
    static final String STYLE = """
            text { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; }
            .card { fill: #ffffff; stroke: #d0d7de; }
            .grid { stroke: #d8dee4; stroke-width: 1; }
            .axis { stroke: #57606a; stroke-width: 1.2; fill: none; }
            .zone { fill: #2da44e; fill-opacity: 0.13; }
            .level { stroke: #2da44e; stroke-width: 1.6; stroke-dasharray: 7 4; fill: none; }
            .word { font-size: 13px; fill: #24292f; }
            .heading { font-size: 14px; font-weight: 600; fill: #24292f; }
            .headline { font-size: 16px; font-weight: 600; fill: #24292f; }
            .faint-word { font-size: 12px; fill: #57606a; }
            .curve { fill: none; stroke-width: 2.2; stroke-linejoin: round; stroke-linecap: round; }
            .dashes { stroke-dasharray: 2 5; }
            .ring { stroke-width: 1.4; }
            .dots { stroke-width: 5.6; }
            .s0 { stroke: #0969da; }
            .s1 { stroke: #cf222e; }
            .s2 { stroke: #8250df; }
            .s3 { stroke: #bc4c00; }
            .s4 { stroke: #1b7c83; }
            .s5 { stroke: #bf3989; }
            .s6 { stroke: #6e7781; }
            .s7 { stroke: #7d4e00; }
            @media (prefers-color-scheme: dark) {
              .card { fill: #0d1117; stroke: #30363d; }
              .grid { stroke: #21262d; }
              .axis { stroke: #8b949e; }
              .zone { fill: #3fb950; }
              .level { stroke: #3fb950; }
              .word, .heading, .headline { fill: #c9d1d9; }
              .faint-word { fill: #8b949e; }
              .s0 { stroke: #58a6ff; }
              .s1 { stroke: #ff7b72; }
              .s2 { stroke: #bc8cff; }
              .s3 { stroke: #f0883e; }
              .s4 { stroke: #39c5cf; }
              .s5 { stroke: #f778ba; }
              .s6 { stroke: #8b949e; }
              .s7 { stroke: #d4a72c; }
            }
            """;

    private Ink() {}
}
