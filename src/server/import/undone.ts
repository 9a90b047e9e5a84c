// What taking an import back can come to, whatever kind of table it was.

export type Undone =
  | { readonly is: 'nobody' }
  | { readonly is: 'already-done' }
  | { readonly is: 'acted-on'; readonly people: number }
  | { readonly is: 'undone'; readonly people: number }
