// Runs a transaction again when PostgreSQL says that two of them met (40001) or waited for each other (40P01).
// Must only wrap work that has no effect outside its transaction.

const AGAIN = new Set(['40001', '40P01'])
const ATTEMPTS = 6

export const sqlState = (error: unknown): string | null =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null

export async function retrying<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work()
    } catch (error) {
      if (attempt >= ATTEMPTS || !AGAIN.has(sqlState(error) ?? '')) throw error
      await new Promise((resolve) => setTimeout(resolve, attempt * attempt * 3))
    }
  }
}
