// The second half of the quick seeds.
import { quickHalf } from './seeds-run.ts'

quickHalf(1)
