import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { offline } from './vite.offline.js';

/**
 * What a law says when it needs a process of its own: it changes clock, settings or modules of the
 * process, or its world (`tests/worlds`) is made by hooks, which only the first file that asks for it
 * would get.
 */
const APART = /\bvi\.|\$tests\/worlds\//;

/**
 * Laws beside their source that hold in whatever company: they share a process each worker, which
 * reads what they all import once and not four hundred times.
 */
const together = readdirSync('src', { recursive: true, encoding: 'utf8' })
	.filter((file) => file.endsWith('.test.ts'))
	.map((file) => join('src', file))
	.filter((file) => !APART.test(readFileSync(file, 'utf8')))
	// Vitest would read the brackets of a route as a pattern.
	.map((file) => file.replace(/[[\](){}]/g, '?'));

const laws = {
	environment: 'node',
	globalSetup: 'tests/laid-out.ts',
	// No law is about time: what waits this long waits for ever.
	testTimeout: 60_000,
	hookTimeout: 60_000,
	// By itself Vitest leaves one processor to nobody: of two, half.
	maxWorkers: Math.max(2, availableParallelism() - 1)
} as const;

/** Two books of laws, quick ones in two volumes, and journeys through the built portal. */
export default defineConfig({
	plugins: [offline, sveltekit()],
	test: {
		projects: [
			{
				extends: true,
				test: {
					...laws,
					name: 'laws-together',
					include: together,
					isolate: false,
					setupFiles: 'tests/together.ts'
				}
			},
			{
				extends: true,
				test: {
					...laws,
					name: 'laws',
					include: [
						'src/**/*.test.ts',
						'server/**/*.test.ts',
						'scripts/**/*.test.ts',
						'tests/*.test.ts'
					],
					exclude: together
				}
			},
			{
				extends: true,
				test: {
					name: 'journeys',
					include: ['tests/journeys/*.test.ts'],
					environment: 'node',
					globalSetup: 'tests/laid-out.ts',
					testTimeout: 120_000,
					hookTimeout: 120_000,
					// A page is waited for until it says what it should, however busy the machine is.
					expect: { poll: { timeout: 20_000 } },
					maxWorkers: 2
				}
			}
		]
	}
});
