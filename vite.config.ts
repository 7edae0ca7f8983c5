import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

export default defineConfig({
	plugins: [sveltekit()],
	// MapLibre's worker is a separate module file; pre-bundling would lose it.
	optimizeDeps: { exclude: ['maplibre-gl'] },
	build: { sourcemap: false, target: 'es2022' }
});
