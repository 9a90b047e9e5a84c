// 前任的建议 in words: on the review pages, in 办理进度, and to the former officer.

import type { Proposal } from '../../domain/dossier.ts'
import { formatTenths } from '../../domain/hours.ts'

export function proposalWords(proposal: Proposal): string {
  switch (proposal.act) {
    case 'accept':
      return `通过 ${formatTenths(proposal.hours)} 学时`
    case 'return':
      return '退回'
    case 'answer':
      return proposal.hours === null ? '维持原来的学时' : `更正为 ${formatTenths(proposal.hours)} 学时`
  }
}

export const proposals = {
  title: (n: number): string => `前任的建议 ${String(n)}`,
  about: '交来时已不在这个岗位，由你来定。',
  says: (name: string, what: string): string => `前任 ${name} 建议：${what}`,
  because: (reason: string): string => `理由：${reason}`,
  follow: (what: string): string => `按建议${what}`,
} as const
