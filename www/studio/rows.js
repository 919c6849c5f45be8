/** Rows of a table that a person writes or a spreadsheet saves (RFC 4180; commas, semicolons or tabs): [{ line, cells }]. */
export function rowsOf(text) {
  const plain = text.replace(/^\ufeff/, '');
  const separator = separatorOf(plain.split(/\r?\n/, 1)[0]);
  const rows = [];
  let [cells, cell, isQuoted, line, began] = [[], '', false, 1, 1];
  const endRow = () => {
    cells.push(cell.trim());
    if (cells.some(Boolean)) rows.push({ line: began, cells });
    [cells, cell] = [[], ''];
  };
  for (let at = 0; at < plain.length; at += 1) {
    const sign = plain[at];
    if (sign === '\n') line += 1;
    if (isQuoted) {
      if (sign !== '"') cell += sign;
      else if (plain[at + 1] === '"') cell += plain[(at += 1)];
      else isQuoted = false;
    } else if (sign === '"' && !cell.trim()) [cell, isQuoted] = ['', true];
    else if (sign === separator) {
      cells.push(cell.trim());
      cell = '';
    } else if (sign === '\n') {
      endRow();
      began = line;
    } else if (sign !== '\r') cell += sign;
  }
  endRow();
  return rows;
}

/** The one that the head has most of. */
function separatorOf(head) {
  const count = (sign) => head.split(sign).length;
  return [',', ';', '\t'].sort((a, b) => count(b) - count(a))[0];
}
