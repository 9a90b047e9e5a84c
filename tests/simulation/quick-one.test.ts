// The first half of the quick seeds.
import { quickHalf } from './seeds-run.ts'

quickHalf(0)
