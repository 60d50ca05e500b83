// The tests look for a browser themselves (tools/browser.mjs); puppeteer's own download is never needed.
module.exports = {skipDownload: true};
