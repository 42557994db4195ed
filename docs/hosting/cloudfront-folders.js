// Made by `npm run docs`; change scripts/hosting/ instead. A CloudFront Function for viewer requests.
function handler(event) {
  var request = event.request;
  if (request.uri.endsWith("/")) request.uri += "index.html";
  else if (!request.uri.split("/").pop().includes(".")) request.uri += "/index.html";
  return request;
}
