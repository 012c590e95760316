// The build failed for the one reason, told as javac tells it.
String log = new File(basedir, "build.log").text.replace("\\", "/")
String place = "src/main/java/com/example/Mistaken.java:[14,14] "
assert log.contains(place + "@Dropout(1.5) is out of range: the probability of dropping an element is from 0 to 1")
assert log.contains("write a number from 0 to 1")
assert !new File(basedir, "target/classes/com/example").exists()
return true
