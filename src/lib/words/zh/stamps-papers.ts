/** Words printed on posters and certificates of stamps. */
export const papers = {
	poster: {
		kicker: '扫码盖章',
		steps: ['打开手机扫一扫', '按“盖章”', '收进印章册'],
		noScan: '扫不了码，请在浏览器里打开下面的网址，输入编号：',
		calm: '不用注册，不收集姓名、电话和位置',
		edition: (version: number, day: string) => `第 ${version} 版　${day}`
	},
	diploma: {
		heading: '走读证书',
		citation: (title: string, count: number, of: number) =>
			`在《${title}》的 ${of} 处地点中，走到并盖章 ${count} 处。`,
		closing: '廉洁的风景，一步一步走过。',
		honest: '姓名由领取人自己填写，本站没有保存，也不核对。',
		check: (code: string) => `核验码 ${code}。扫码可以看到这张证书对应的印章册和印章数。`,
		demonstration: '演示用，不是正式证书。',
		title: '走读证书',
		fileName: (title: string) => `走读证书-${title}.pdf`
	},
	postersFile: (day: string) => `打卡海报-${day}.pdf`,
	postersTitle: '打卡海报'
};
