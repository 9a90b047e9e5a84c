// What an op is about, from its own arguments: the title it carries, where it has one.

export function aboutOp(args: Readonly<Record<string, unknown>>): string | null {
  const title = args['title'] ?? args['name']
  return typeof title === 'string' ? title : null
}
