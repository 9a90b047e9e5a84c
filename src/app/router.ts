// Which address shows which page.
import { createRouter, createWebHistory } from 'vue-router'

export const router = createRouter({ history: createWebHistory(), routes: [] })
