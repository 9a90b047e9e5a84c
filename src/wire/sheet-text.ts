// Text for the cells of a sheet that people open: what begins like a formula (= + - @, also full-width, or after a blank) gets a
// leading apostrophe, so that no spreadsheet program ever runs it; characters a workbook cannot hold are left out.

export function harmless(text: string): string {
  const clean = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
  return /^[\s\u3000]*[=+\-@＝＋－＠﹦﹢﹣﹫\t\r]/.test(clean) && !/^-?\d+(\.\d+)?$/.test(clean) ? `'${clean}` : clean
}
