// Text as people see it: without zero-width characters, letters that show nothing, marks that turn the direction of reading, and
// control characters. They come along when text is pasted, or are put there so that one name looks like another, or like nothing.
// Line breaks and tabs stay, and so do the marks that choose the shape of a rare character.

const UNSEEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufeff\uffa0\ufff9-\ufffb]/g
/** Letters of the same alphabet over again that are never shown. */
const TAGS = /\udb40[\udc00-\udc7f]/g

export const seenText = (text: string): string => text.replace(UNSEEN, '').replace(TAGS, '')
