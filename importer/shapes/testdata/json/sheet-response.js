/*O_o*/
google.visualization.Query.setResponse({"version":"0.6","status":"ok","table":{"cols":[{"id":"A","label":"Date","type":"date"},{"id":"B","label":"Event"},{"id":"C","label":""}],
"rows":[{"c":[{"v":"Date(2014,2,1)","f":"3/1/2014"},{"v":"Opened"},null]},
{"c":[{"v":"Date(2014,3,1,10,30,0)","f":"4/1/2014"},{"v":"Closed"},{"v":4.0}]}]}});
