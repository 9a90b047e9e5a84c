// What a simulation did, as numbers that add up over runs, and the lines in which they are printed.

export class Figures {
  readonly counts = new Map<string, number>()

  add(what: string, n = 1): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + n)
  }

  of(what: string): number {
    return this.counts.get(what) ?? 0
  }

  addAll(other: Figures): void {
    for (const [what, n] of other.counts) {
      if (what.startsWith('most-')) this.counts.set(what, Math.max(this.of(what), n))
      else this.add(what, n)
    }
  }

  /** 'fault.request-lost' … as one line 'request-lost 12, …' */
  group(prefix: string): string {
    const names = [...this.counts.keys()].filter((what) => what.startsWith(`${prefix}.`)).sort()
    return names.map((what) => `${what.slice(prefix.length + 1)} ${String(this.of(what))}`).join(', ')
  }

  lines(): string[] {
    const n = (what: string): string => String(this.of(what))
    return [
      `seeds ${n('seeds')} · steps ${n('steps')} · requests ${n('requests')} · kills ${n('kills')}`,
      `faults: ${this.group('fault')}`,
      `done: ${this.group('step')}`,
      `answers: ${this.group('answer')}`,
      `ops acknowledged ${n('saved')} · lost ${n('lost')} · doubled ${n('doubled')} · extra rows ${n('extra')} · missing rows ${n('missing')} · rounds to quiet at most ${n('most-rounds')} · seconds to quiet at most ${n('most-seconds')}`,
    ]
  }
}
