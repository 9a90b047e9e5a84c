// Ops that no verb made: unknown, too new, too large, or waiting for one that will never come. They lie in the outbox among
// honest ones, which must get through all the same.

import type { OutboxRecord } from '../../src/storage/tables.ts'
import { readMeta, writeMeta } from '../../src/storage/meta.ts'
import { write } from '../../src/storage/phone.ts'
import { wallClock } from '../../src/storage/clock.ts'
import { uuidv7 } from '../../src/storage/uuid.ts'
import { claim } from '../journeys/world.ts'
import type { Chance } from './random.ts'
import type { SimPhone } from './sim-phone.ts'

type Kind = 'unknown-verb' | 'too-new' | 'too-large' | 'bad-arguments' | 'waits-for-ever'

export async function addPoison(phone: SimPhone, chance: Chance): Promise<void> {
  const kind = chance.pick<Kind>(['unknown-verb', 'too-new', 'too-large', 'bad-arguments', 'waits-for-ever']) ?? 'unknown-verb'
  const op = uuidv7(phone.clock, phone.random)
  const after = kind === 'waits-for-ever' ? uuidv7(phone.clock, phone.random) : null
  const args =
    kind === 'too-large' ? claim({ title: '长'.repeat(50_000) }) : kind === 'bad-arguments' ? { hours: { deep: [[[[[[[]]]]]]] } } : claim()
  phone.poison.add(op)
  await write(phone.phone, async (database) => {
    const n = ((await readMeta(database, 'lastNumber')) ?? 0) + 1
    const record: OutboxRecord = {
      op,
      n,
      key: `teacher:${phone.person}`,
      row: op,
      state: 'pending',
      sig: null,
      replaces: null,
      savedAt: phone.clock.now(),
      ackedAt: null,
      ackedAtBackup: 0,
      content: {
        op,
        actor: phone.person,
        subject: { kind: 'teacher', id: phone.person },
        verb: kind === 'unknown-verb' ? 'abolish-hours' : 'claim-hours',
        v: kind === 'too-new' ? 99 : 1,
        base: null,
        after,
        args,
      },
      transport: { device: phone.device, n, at: { clock: wallClock(phone.clock), zone: 480, offset: null } },
    }
    await database.outbox.add(record)
    await writeMeta(database, 'lastNumber', n)
  })
}
