import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { offline } from './vite.offline.js';

/** Two books of laws: quick ones beside their source, and journeys through the built portal. */
export default defineConfig({
	plugins: [offline, sveltekit()],
	test: {
		projects: [
			{
				extends: true,
				test: {
					name: 'laws',
					include: [
						'src/**/*.test.ts',
						'server/**/*.test.ts',
						'scripts/**/*.test.ts',
						'tests/*.test.ts'
					],
					environment: 'node',
					globalSetup: 'tests/laid-out.ts',
					testTimeout: 30_000,
					hookTimeout: 60_000
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
