/** Everything a page that works from a disk needs; made by `vite.offline.js`. */
declare module 'virtual:offline/*' {
	export const script: string;
	export const style: string;
}
