// Text as people see it: without zero-width characters, marks that turn the direction of reading, and control characters. They come
// along when text is pasted, or are put there so that one name looks like another, or like nothing. Line breaks and tabs stay.

const UNSEEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g

export const seenText = (text: string): string => text.replace(UNSEEN, '')
