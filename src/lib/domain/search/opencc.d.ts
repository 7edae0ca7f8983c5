/** Character table of OpenCC as `traditional simplified…` pairs joined by `|`. */
declare module 'opencc-js/dict/TSCharacters' {
	const table: string;
	export default table;
}
