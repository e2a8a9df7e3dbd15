// Text cut into coloured pieces: SQL and JSON. Pieces are rendered as text nodes, so nothing in them can become markup.

export interface Piece {
  kind: 'plain' | 'word' | 'text' | 'number' | 'note' | 'key';
  text: string;
}

const KEYWORDS = new Set(
  `ALL AND AS ASC BETWEEN BIGINT BOOLEAN BY BYTES CASE CAST CHAR COUNT CREATE DATE DECIMAL DELETE DESC DESCRIPTOR DISTINCT DOUBLE
  DROP ELSE END EXISTS EXPLAIN FALSE FLOAT FOR FROM GROUP HAVING HOP HOUR HOURS IF IN INSERT INT INTEGER INTERVAL INTO IS JOIN KEY LEFT
  LIKE LIMIT MATCH_RECOGNIZE MAX MIN MINUTE MINUTES NOT NULL ON OR ORDER OVER PARTITION PARTITIONED PRIMARY RIGHT ROW ROWS SECOND
  SECONDS SELECT SESSION SET STRING SUM TABLE TEMPORARY THEN TIME TIMESTAMP TIMESTAMP_LTZ TRUE TUMBLE TUMBLE_END TUMBLE_START
  UNION VALUES VARCHAR VIEW WATERMARK WHEN WHERE WINDOW WITH AVG DAY STATEMENT BEGIN`.split(/\s+/),
);

export function sqlPieces(sql: string): Piece[] {
  return cut(sql, /(--[^\n]*)|('(?:[^']|'')*'?)|(\b\d+(?:\.\d+)?\b)|([A-Za-z_]\w*)/g, (match) => {
    if (match[1]) return 'note';
    if (match[2]) return 'text';
    if (match[3]) return 'number';
    return KEYWORDS.has(match[0].toUpperCase()) ? 'word' : 'plain';
  });
}

export function jsonPieces(json: string): Piece[] {
  return cut(json, /("(?:[^"\\]|\\.)*")(\s*:)?|(-?\b\d[\d.eE+-]*)|\b(true|false|null)\b/g, (match) => {
    if (match[2]) return 'key';
    if (match[1]) return 'text';
    return match[3] ? 'number' : 'word';
  });
}

function cut(text: string, pattern: RegExp, kind: (match: RegExpMatchArray) => Piece['kind']): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const match of text.matchAll(pattern)) {
    if (match.index > at) pieces.push({ kind: 'plain', text: text.slice(at, match.index) });
    pieces.push({ kind: kind(match), text: match[0] });
    at = match.index + match[0].length;
  }
  if (at < text.length) pieces.push({ kind: 'plain', text: text.slice(at) });
  return pieces;
}
