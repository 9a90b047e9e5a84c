// The first half of the quick seeds, as many as fit into their time.
import { quickHalf } from './seeds-run.ts'

quickHalf(0)
