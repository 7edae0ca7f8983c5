import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import type { Plugin } from 'vite';
import { offline } from './vite.offline.js';

/** The guards of the outer door in front of the development server. */
const outerDoor: Plugin = {
	name: 'liantu:outer-door',
	apply: 'serve',
	async configureServer(vite) {
		if (process.env.VITEST) return;
		const { guard } = await vite.ssrLoadModule('/server/dev-plugin.ts');
		guard(vite);
	}
};

export default defineConfig({
	plugins: [outerDoor, offline, sveltekit()],
	server: { port: Number(process.env.PORT || 3000), strictPort: true },
	// MapLibre's worker is a separate module file; pre-bundling would lose it.
	optimizeDeps: { exclude: ['maplibre-gl'] },
	build: {
		sourcemap: false,
		target: 'es2022',
		rolldownOptions: {
			output: {
				// What most pages share comes in one file: forty small ones pack worse and take longer.
				codeSplitting: {
					groups: [{ name: 'shared', test: /\/src\/lib\/(?:ui|domain)\//, minShareCount: 30 }]
				}
			}
		},
		// Small font files would become `data:` addresses, which the content security policy refuses.
		assetsInlineLimit: (file) => (/\.(?:woff2?|ttf)$/.test(file) ? false : undefined)
	}
});
