import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { outerDoor } from './server/dev-plugin';

export default defineConfig({
	plugins: [outerDoor(), sveltekit()],
	// MapLibre's worker is a separate module file; pre-bundling would lose it.
	optimizeDeps: { exclude: ['maplibre-gl'] },
	build: {
		sourcemap: false,
		target: 'es2022',
		// Small font files would become `data:` addresses, which the content security policy refuses.
		assetsInlineLimit: (file) => (/\.(?:woff2?|ttf)$/.test(file) ? false : undefined)
	}
});
