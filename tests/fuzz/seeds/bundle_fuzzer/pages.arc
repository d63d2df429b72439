filedesc://t.arc 0.0.0.0 20080430204825 text/plain 65
1 0 Test
URL IP-address Archive-date Content-type Archive-length

http://a.example/ 1.2.3.4 20080430204826 text/html 102
HTTP/1.1 200 OK
Content-Type: text/html; charset=utf-8
Transfer-Encoding: chunked

5
Ferry
0


